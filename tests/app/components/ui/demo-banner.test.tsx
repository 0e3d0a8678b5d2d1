import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DemoBanner } from '#app/components/ui/demo-banner.tsx';
import { SiteFooter } from '#app/components/ui/site-footer.tsx';
import { WardProvider } from '#app/components/ui/ward-context.tsx';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import { loadWard } from '#surveys/catalog/load-ward.ts';
import { locales } from '#surveys/text.ts';

const { ward } = loadWard('tests/fixtures/wards/minatodai');
const read = (markup: string) => markup.replace(/<(rt|rp)>.*?<\/\1>/g, '').replace(/<[^>]*>/g, '');

describe('a page of a ward', () => {
  it.each(locales)('says in %s whose survey the demonstration is not', (locale) => {
    const markup = renderToStaticMarkup(
      <WardProvider ward={ward}>
        <DemoBanner words={wordsOf(locale).frame} locale={locale} />
      </WardProvider>,
    );
    expect(read(markup)).toContain(withoutFurigana(ward.name[locale]));
  });

  it('is signed by its office', () => {
    const markup = renderToStaticMarkup(
      <WardProvider ward={ward}>
        <SiteFooter />
      </WardProvider>,
    );
    expect(read(markup)).toMatch(/^みなと台区役所 声箱/);
  });

  it('is not left without a ward', () => {
    expect(() => renderToStaticMarkup(<SiteFooter />)).toThrow(/WardProvider/);
  });
});

describe('the banner of the first ward', () => {
  const { ward: first } = loadWard('surveys/catalog/konohana');
  it.each([
    ['ja', 'デモ これは動作を試すための画面です。此花区の実際の調査や結果ではありません。'],
    ['en', 'Demo This is for trying things out. It is not a real survey or result of Konohana Ward.'],
    ['ja-easy', 'デモ これは 試す ための 画面です。此花区の 本当の アンケートや 結果では ありません。'],
    ['zh', '演示 这是供试用的页面，不是此花区实际的调查或结果。'],
    ['ko', '시험용 이것은 동작을 시험해 보기 위한 화면입니다. 고노하나구의 실제 조사나 결과가 아닙니다.'],
    [
      'vi',
      'Bản dùng thử Đây là màn hình để dùng thử, không phải khảo sát hay kết quả thật của quận Konohana.',
    ],
    ['ne', 'डेमो यो चलाएर हेर्नका लागि बनाइएको पृष्ठ हो। कोनोहाना वडाको वास्तविक सर्वेक्षण वा नतिजा होइन।'],
  ] as const)('reads well in %s', (locale, words) => {
    const markup = renderToStaticMarkup(
      <WardProvider ward={first}>
        <DemoBanner words={wordsOf(locale).frame} locale={locale} />
      </WardProvider>,
    );
    expect(read(markup)).toBe(words);
  });
});
