import type { CodeWords } from '#app/i18n/ja/code.ts';
import type { CodeProblem } from '#surveys/round/access-code.ts';

/** Words about access codes in Vietnamese. */
export const codeWords: CodeWords = {
  label: 'Mã trả lời',
  help: 'Mã gồm 14 ký tự in trên thư. Chữ hoa hay chữ thường, có hay không có dấu gạch nối (-) đều được. Số 0 hay chữ O, số 1 hay chữ I, v.v.: nhập ký tự nào cũng được.',
  resumeNote:
    'Nếu dừng giữa chừng, quý vị chỉ cần nhập cùng mã trả lời là có thể trả lời tiếp, kể cả trên thiết bị khác.',
  read: 'Đã đọc được mã trả lời trên thư. Xin nhấn nút bên dưới để trả lời.',
  typeInstead: 'Nhập mã trả lời để bắt đầu',
  errorTitle: 'Xin kiểm tra lại mã trả lời',
  askAgain: 'Mã trả lời đã được đọc cách đây khá lâu. Xin nhập mã trả lời trên thư.',
  unknown:
    'Không tìm thấy mã trả lời này. Xin so lại với các ký tự trên thư. Cũng xin kiểm tra xem có phải thư của một khảo sát khác không.',
  busy: 'Hiện đang có nhiều người truy cập. Xin chờ khoảng 30 giây rồi thử lại.',
  entry: {
    title: 'Nhập mã trả lời trên thư',
    lead: 'Nếu nhận được thư khảo sát của Văn phòng quận, quý vị có thể trả lời từ đây.',
    go: 'Mở khảo sát',
  },
  used: {
    title: 'Chúng tôi đã nhận được câu trả lời của thư này',
    lines: [
      'Xin cảm ơn quý vị đã trả lời. Câu trả lời bằng mã trả lời này đã được tiếp nhận. Quý vị không cần trả lời lại.',
      'Mỗi lá thư chỉ trả lời được 1 lần. Quý vị không làm gì sai, xin cứ yên tâm.',
      'Nếu không nhớ là đã trả lời, xin quý vị hỏi xem có người nhà nào trả lời thay không, rồi báo cho Văn phòng quận theo thông tin liên hệ ghi trong thư.',
    ],
  },
  refused: {
    title: 'Mã trả lời này hiện không dùng được',
    lines: [
      'Mã trả lời này đã bị hủy, chẳng hạn vì chúng tôi đã gửi thư mới.',
      'Nếu quý vị có thư mới, xin dùng mã trả lời trong thư đó.',
      'Nếu gặp khó khăn, xin gọi điện cho Văn phòng quận theo thông tin liên hệ ghi trong thư. Chúng tôi sẽ chuẩn bị mã trả lời mới.',
    ],
  },
  another: 'Nhập mã trả lời khác',
  kept: {
    summary: 'Việc lưu mã trả lời và câu trả lời (chi tiết)',
    lines: [
      'Mã trả lời dùng để mỗi lá thư chỉ trả lời được 1 lần. Tên và địa chỉ của quý vị không có trong hệ thống này.',
      'Bản thân mã trả lời không được lưu. Chúng tôi chỉ lưu một dạng đã biến đổi, không thể khôi phục lại thành mã, số thứ tự của thư và phân loại như khu vực, và việc mã đã được dùng hay chưa.',
      'Câu trả lời được lưu ở nơi khác với mã trả lời và được xáo trộn thứ tự với câu trả lời của những người khác. Việc trả lời khi nào, trên loại thiết bị nào, bằng ngôn ngữ nào chỉ được giữ lại dưới dạng tổng số.',
      'Nội dung nhập dở được lưu ở dạng không thể mở nếu không có mã trả lời, và được xóa khi quý vị gửi câu trả lời.',
      'Khi kết quả đã được chốt, mọi bản ghi về mã trả lời sẽ được xóa. Sau đó, không thể tìm ra câu trả lời là của ai từ những bản ghi còn lại trong hệ thống này.',
      'Chỉ từ khi bắt đầu tiếp nhận đến khi chốt kết quả, vẫn còn nguy cơ quản trị viên máy chủ có thể nối mã trả lời với câu trả lời nếu xem xét kỹ các bản ghi. Ngoài ra, người phụ trách in và gửi thư biết thư nào được gửi cho ai và mã trả lời trên thư đó. Không thể nối mã với câu trả lời từ màn hình của nhân viên.',
    ],
    everyone: 'Nếu gửi lại thông báo, chúng tôi sẽ gửi cho tất cả mọi người, dù đã trả lời hay chưa.',
    unused:
      'Chúng tôi có thể gửi lại thông báo chỉ cho những người chưa trả lời. Để làm việc này, người phụ trách sẽ kiểm tra xem thư nào chưa có câu trả lời. Người phụ trách không biết được nội dung câu trả lời.',
  },
};

/** What to do about typed text that is no code. */
export function codeProblemMessage(problem: CodeProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'Xin nhập mã trả lời in trên thư.';
    case 'unknown_character':
      return `Có ký tự “${problem.character}” không dùng trong mã trả lời. Xin chỉ nhập chữ cái tiếng Anh và chữ số.`;
    case 'wrong_length':
      return `Mã trả lời có 14 ký tự (hiện có ${problem.nTyped} ký tự). Xin kiểm tra xem có thiếu hay lặp ký tự nào không.`;
    case 'mistyped':
      return 'Có vẻ quý vị đã gõ nhầm. Xin so từng ký tự với mã trả lời trên thư.';
  }
}
