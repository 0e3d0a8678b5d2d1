/** The line of a Japanese letter that tells whoever reads Chinese how to answer. */
export const letterLine = '您可以用中文回答：请用手机扫描二维码，然后在页面上方选择“中文”。';
