import type { FrameWords } from '#app/i18n/ja/frame.ts';

export const frameWords: FrameWords = {
  demo: 'डेमो',
  demoMessage: 'यो चलाएर हेर्नका लागि बनाइएको पृष्ठ हो। कोनोहाना वडाको वास्तविक सर्वेक्षण वा नतिजा होइन।',
  untitled: 'बासिन्दा सर्वेक्षण',
};
