/** The line of a Japanese letter that tells whoever reads Vietnamese how to answer. */
export const letterLine =
  'Quý vị có thể trả lời bằng tiếng Việt: dùng điện thoại quét mã QR rồi chọn “Tiếng Việt” ở đầu trang.';
