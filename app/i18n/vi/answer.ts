import type { AnswerWords } from '#app/i18n/ja/answer.ts';

const dateFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'long',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment as Vietnamese letters write it, which no style of Intl does. */
function formatMoment(moment: Date): string {
  const part = new Map(dateFormat.formatToParts(moment).map(({ type, value }) => [type, value]));
  const day = `ngày ${part.get('day')} tháng ${part.get('month')} năm ${part.get('year')}`;
  return `${part.get('hour')}:${part.get('minute')} ${part.get('weekday')}, ${day}`;
}

/** Words of the resident's pages in Vietnamese. */
export const answerWords: AnswerWords = {
  start: {
    begin: 'Bắt đầu trả lời',
    resumeNote:
      'Nếu đã trả lời một phần, quý vị cũng nhấn nút này để trả lời tiếp (trên cùng thiết bị và trình duyệt).',
    asks: 'Đơn vị thực hiện',
    why: 'Mục đích',
    time: 'Thời gian cần thiết',
    timeValue: (minutes, nQuestions) => `Khoảng ${minutes} phút, tất cả ${nQuestions} câu hỏi`,
    until: 'Hạn trả lời',
    untilValue: (closesAt) => `Đến ${formatMoment(new Date(closesAt))}`,
    privacy: 'Cách xử lý câu trả lời',
    anonymous:
      'Đây là khảo sát ẩn danh. Chúng tôi không hỏi tên hay thông tin liên lạc của quý vị. Để không thể biết ai đã trả lời thế nào, khi lưu, câu trả lời được xáo trộn thứ tự với câu trả lời của những người khác. Vì là khảo sát ẩn danh, sau khi gửi, quý vị không thể rút lại câu trả lời. ',
    attributed:
      'Khảo sát này được tổng hợp ở dạng cho biết câu trả lời là của tổ chức hay điều tra viên nào. Câu trả lời chỉ được dùng để tổng hợp các chỉ số và cải thiện các dự án. ',
    use: 'Câu trả lời được tổng hợp thành số liệu thống kê và chỉ được dùng để đánh giá và cải thiện công tác hành chính của quận.',
  },
  page: {
    progress: (current, total) => `Trang ${current} trong tổng số ${total} trang`,
    next: 'Tiếp theo',
    back: 'Quay lại',
    toReview: 'Quay lại trang kiểm tra câu trả lời',
    errorTitle: (n) => `Có ${n} mục cần kiểm tra lại trong nội dung đã nhập`,
    errorLine: (number, message) => `Câu ${number}: ${message}`,
    saved: 'Mỗi lần quý vị nhấn “Tiếp theo”, câu trả lời được lưu an toàn.',
  },
  review: {
    title: 'Kiểm tra câu trả lời',
    lead: 'Câu trả lời chưa được gửi. Xin kiểm tra nội dung rồi nhấn “Gửi nội dung này”.',
    change: 'Thay đổi',
    changeOf: (topic) => `Thay đổi câu trả lời về “${topic}”`,
    noAnswer: 'Không có câu trả lời',
    question: (number, text) => `Câu ${number}. ${text}`,
    send: 'Gửi nội dung này',
    back: 'Sửa câu trả lời',
  },
  sent: {
    title: 'Chúng tôi đã nhận được câu trả lời',
    thanks: 'Xin cảm ơn quý vị đã hợp tác.',
    receipt: 'Số tiếp nhận',
    receiptNote:
      'Số này xác nhận rằng câu trả lời đã đến nơi. Không ai có thể biết nội dung câu trả lời từ số này. Quý vị có thể đóng màn hình này.',
    toResults: 'Xem trang đánh giá công tác hành chính của quận',
  },
  single: { toReview: 'Sang trang kiểm tra câu trả lời' },
  titleWithError: (title) => `Lỗi: ${title}`,
};
