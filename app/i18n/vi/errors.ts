import type { ErrorTexts } from '#app/i18n/ja/errors.ts';

const byStatus: ErrorTexts['byStatus'] = {
  400: {
    title: 'Không đọc được nội dung đã gửi',
    whatHappened: 'Dữ liệu gửi đến có định dạng sai nên không được tiếp nhận.',
    whatToDo: 'Xin quay lại trang trước và thử lại.',
  },
  403: {
    title: 'Quý vị không có quyền mở trang này',
    whatHappened: 'Chỉ người có quyền phụ trách mới dùng được trang này.',
    whatToDo: 'Xin đăng nhập bằng tài khoản khác hoặc hỏi quản trị viên.',
  },
  404: {
    title: 'Không tìm thấy trang',
    whatHappened: 'Có thể địa chỉ bị sai hoặc trang không còn nữa.',
    whatToDo: 'Xin kiểm tra lại địa chỉ.',
  },
  405: {
    title: 'Không thực hiện được thao tác này',
    whatHappened: 'Trang được truy cập theo cách mà địa chỉ này không chấp nhận.',
    whatToDo: 'Xin mở lại trang rồi thử lại.',
  },
  409: {
    title: 'Hiện không thực hiện được thao tác này',
    whatHappened: 'Tình trạng của đợt khảo sát đã thay đổi nên không thực hiện được thao tác.',
    whatToDo: 'Xin mở lại trang của đợt khảo sát và kiểm tra tình trạng hiện tại.',
  },
  410: {
    title: 'Đã hết thời gian tiếp nhận',
    whatHappened: 'Thời gian tiếp nhận của trang này đã kết thúc.',
    whatToDo: 'Xin xem các khảo sát khác và kết quả từ trang chủ.',
  },
  413: {
    title: 'Nội dung gửi quá lớn',
    whatHappened: 'Nội dung vượt quá mức có thể gửi một lần (64 kilobyte) nên không được tiếp nhận.',
    whatToDo: 'Xin quay lại trang trước, rút ngắn phần ý kiến tự viết rồi gửi lại.',
  },
  415: {
    title: 'Định dạng đã gửi không được hỗ trợ',
    whatHappened: 'Trang này chỉ tiếp nhận câu trả lời gửi từ các ô nhập trên màn hình.',
    whatToDo: 'Xin mở trang và gửi bằng nút trên màn hình.',
  },
  429: {
    title: 'Thao tác quá nhiều lần',
    whatHappened: 'Thao tác được lặp lại nhiều lần trong thời gian ngắn nên việc tiếp nhận tạm dừng.',
    whatToDo: 'Xin chờ một lúc rồi thử lại.',
  },
};

const round: ErrorTexts['byStatus'] = {
  403: {
    title: 'Khảo sát này chưa bắt đầu',
    whatHappened: 'Chưa đến thời gian tiếp nhận câu trả lời.',
    whatToDo: 'Xin xem thời gian tiếp nhận và quay lại trong thời gian đó.',
  },
  404: {
    title: 'Không tìm thấy khảo sát',
    whatHappened: 'Không có khảo sát mà quý vị đang tìm. Có thể địa chỉ bị sai.',
    whatToDo: 'Xin kiểm tra lại địa chỉ ghi trong giấy hướng dẫn mà quý vị có.',
  },
  410: {
    title: 'Khảo sát này đã hết thời gian tiếp nhận',
    whatHappened: 'Thời gian tiếp nhận câu trả lời đã kết thúc. Xin cảm ơn sự hợp tác của đông đảo quý vị.',
    whatToDo: 'Kết quả khảo sát sẽ được công bố trên trang đánh giá công tác hành chính của quận.',
  },
};

const fault: ErrorTexts['fault'] = {
  title: 'Hiện không xử lý được',
  whatHappened: 'Hệ thống gặp sự cố. Sự cố đã được ghi lại để người phụ trách kiểm tra.',
  whatToDo: 'Xin chờ một lúc rồi mở lại trang. Những câu trả lời đã lưu trước đó không bị mất.',
};

const frame: ErrorTexts['frame'] = {
  faultNumber: 'Khi liên hệ, xin cho biết số sau:',
  toHome: 'Về trang chủ (tiếng Nhật)',
};

export const errorTexts: ErrorTexts = { frame, fault, byStatus, byTopic: { round } };
