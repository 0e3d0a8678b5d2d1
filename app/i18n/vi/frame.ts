import type { FrameWords } from '#app/i18n/ja/frame.ts';

export const frameWords: FrameWords = {
  demo: 'Bản dùng thử',
  demoMessage: 'Đây là màn hình để dùng thử, không phải khảo sát hay kết quả thật của quận Konohana.',
  untitled: 'Khảo sát người dân',
};
