import type { KioskWords } from '#app/i18n/ja/kiosk.ts';

/** Words of the tablet at the counter in Vietnamese. */
export const kioskWords: KioskWords = {
  begin: 'Bắt đầu trả lời',
  touch: 'Xin chạm vào màn hình và trả lời khảo sát.',
  time: (minutes, nQuestions) => `Khoảng ${minutes} phút, tất cả ${nQuestions} câu hỏi`,
  anonymous:
    'Đây là khảo sát ẩn danh. Chúng tôi không hỏi tên hay thông tin liên lạc của quý vị. Khi gửi xong, câu trả lời không còn trên thiết bị này. Sau khi gửi, quý vị không thể rút lại câu trả lời.',
  attributed:
    'Khảo sát này được tổng hợp ở dạng cho biết câu trả lời là của tổ chức hay điều tra viên nào. Khi gửi xong, câu trả lời không còn trên thiết bị này.',
  chooseLanguage: 'Chọn ngôn ngữ',
  next: 'Tiếp theo',
  back: 'Quay lại',
  send: 'Gửi',
  stop: 'Dừng và về màn hình đầu',
  progress: (current, total) => `Trang ${current} trong tổng số ${total} trang`,
  errorTitle: (n) => `Có ${n} mục cần kiểm tra lại`,
  errorLine: (number, message) => `Câu ${number}: ${message}`,
  codeTitle: 'Nhập mã trả lời',
  codeLabel: 'Mã trả lời',
  codeHelp:
    'Mã gồm 14 ký tự in trên thư quý vị nhận được. Chữ hoa hay chữ thường, có hay không có dấu gạch nối đều được.',
  codeOffline: 'Mất kết nối. Xin chờ một lúc rồi thử lại.',
  codeReply: {
    used: 'Chúng tôi đã nhận được câu trả lời bằng mã trả lời này. Quý vị không cần trả lời lại.',
    withdrawn: 'Mã trả lời này không còn dùng được. Xin hỏi nhân viên.',
  },
  sending: 'Đang lưu câu trả lời.',
  thanks: 'Xin cảm ơn quý vị đã hợp tác.',
  thanksSent: 'Chúng tôi đã nhận được câu trả lời.',
  thanksKept: 'Câu trả lời đã được giữ an toàn và sẽ tự động được gửi khi có kết nối trở lại.',
  thanksReset: (seconds) => `Sau ${seconds} giây, máy sẽ trở về màn hình đầu.`,
  nextPerson: 'Về màn hình đầu',
  idleTitle: 'Quý vị có tiếp tục không?',
  idle: (seconds) => `Sau ${seconds} giây nữa, câu trả lời sẽ bị xóa và máy sẽ trở về màn hình đầu.`,
  goOn: 'Tiếp tục trả lời',
  refusedTitle: 'Không tiếp nhận được câu trả lời',
  notOpen: 'Khảo sát này đã hết thời gian tiếp nhận.',
  invalid: 'Xin báo cho nhân viên.',
};
