/** The line of a Japanese letter that tells whoever reads Korean how to answer. */
export const letterLine =
  '한국어로 응답하실 수 있습니다. 스마트폰으로 QR 코드를 찍고, 페이지 위쪽에서 “한국어”를 선택해 주십시오.';
