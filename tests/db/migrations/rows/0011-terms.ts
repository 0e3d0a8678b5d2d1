import { change, type Row, type SchemaVersion } from './rows.ts';

// What rounds were shown with before they had terms of their own, word by word.
const forPeople = {
  proxy: {
    ja: 'ご本人が記入できないときは、ご家族や介助の方が、ご本人の考えを聞いて代わりに回答できます。',
    'ja-easy':
      '本人《ほんにん》（アンケートに 答《こた》える 人《ひと》）が 書《か》けない ときは、家族《かぞく》や 介助《かいじょ》の 人《ひと》（手伝《てつだ》う 人《ひと》）が 代《か》わりに 答《こた》える ことが できます。本人《ほんにん》の 考《かんが》えを 聞《き》いて 答《こた》えてください。',
    en: 'If the person addressed cannot fill in the form, family or a carer may answer for them, in their words.',
    zh: '本人无法填写时，家人或照护者可以在听取本人的想法后代为回答。',
    ko: '본인이 작성하실 수 없을 때는 가족이나 돌봐 주시는 분이 본인의 생각을 듣고 대신 응답하실 수 있습니다.',
    vi: 'Khi người được khảo sát không thể tự điền, người nhà hoặc người chăm sóc có thể hỏi ý kiến của người đó rồi trả lời thay.',
    ne: 'जवाफ दिने व्यक्ति आफैंले भर्न नसक्दा, परिवार वा हेरचाह गर्ने व्यक्तिले उहाँको विचार सोधेर उहाँको सट्टा जवाफ दिन सक्नुहुन्छ।',
  },
  duplicates: {
    ja: '紙とインターネットの両方で回答された場合は、先に届いた回答だけを数えます。',
    'ja-easy':
      '紙《かみ》と インターネットの 両方《りょうほう》で 答《こた》えた ときは、先《さき》に 届《とど》いた 答《こた》えだけを 数《かぞ》えます。',
    en: 'If both a paper form and an online answer arrive, only the first one counts.',
    zh: '如果用纸质问卷和网络两种方式都作了回答，只统计先送达的回答。',
    ko: '종이와 인터넷으로 모두 응답하신 경우에는 먼저 도착한 응답만 집계합니다.',
    vi: 'Nếu quý vị trả lời cả trên giấy và qua internet, chỉ câu trả lời đến trước được tính.',
    ne: 'कागज र इन्टरनेट दुवैबाट जवाफ दिइएमा, पहिले आइपुगेको जवाफ मात्र गनिन्छ।',
  },
  nonResponse: {
    ja: '回答は任意です。回答しなくても不利益はありません。',
    'ja-easy':
      '答《こた》えるかどうかは 自由《じゆう》です。答《こた》えなくても、困《こま》る ことは ありません。',
    en: 'Answering is voluntary. Nothing happens to you if you do not.',
    zh: '是否回答由您自愿决定。不回答也不会给您带来不利。',
    ko: '응답 여부는 자유입니다. 응답하지 않으셔도 불이익은 없습니다.',
    vi: 'Việc trả lời là tự nguyện. Nếu không trả lời, quý vị cũng không bị bất lợi gì.',
    ne: 'जवाफ दिनु ऐच्छिक हो। जवाफ नदिए पनि तपाईंलाई कुनै बेफाइदा हुँदैन।',
  },
  contact: {
    ja: '区役所 総務課(区政の評価担当)',
    'ja-easy':
      '区役所《くやくしょ》 総務課《そうむか》（「区政《くせい》の 評価《ひょうか》」の 係《かかり》）',
    en: 'Ward office, General Affairs Section',
    zh: '区役所总务课（负责区政评价）',
    ko: '구청 총무과(구정 평가 담당)',
    vi: 'Văn phòng quận, Phòng Tổng vụ (phụ trách đánh giá công tác hành chính của quận)',
    ne: 'वडा कार्यालय, सामान्य प्रशासन शाखा (वडा प्रशासनको मूल्याङ्कन हेर्ने)',
  },
};

const forOrganisations = {
  ...forPeople,
  proxy: { ja: '団体の活動を知っている方なら、代表者でなくても、団体を代表して回答できます。' },
  duplicates: { ja: '1つの団体から紙とインターネットの両方で届いた場合は、先に届いた回答だけを数えます。' },
  nonResponse: { ja: '回答は任意です。回答しなくても、団体に不利益はありません。' },
};

const forShoppers = {
  ...forPeople,
  proxy: { ja: '訪問した調査員が自分で採点してください。ほかの人が代わりに採点することはできません。' },
  duplicates: {
    ja: '1回の訪問の採点が紙とインターネットの両方で届いた場合は、先に届いた採点だけを数えます。',
  },
  nonResponse: { ja: '訪問できなかったときは、採点せずに、問い合わせ先へお知らせください。' },
};

const forRecords = {
  ...forPeople,
  proxy: { ja: '記録を担当する課の職員が入力します。' },
  duplicates: { ja: '入力し直したときは、最後に入力した件数だけを数えます。' },
  nonResponse: { ja: '記録がそろわないときは、入力せずに、問い合わせ先へ知らせます。' },
};

/** Rounds of before with what they promise from now on, and the days that follow from their closing in Japan. */
const becoming = new Map<
  string,
  { readonly texts: object; readonly paper: string; readonly responses: string }
>([
  ['draft', { texts: forPeople, paper: '2027-02-28', responses: '2031-11-30' }],
  ['open', { texts: forOrganisations, paper: '2027-02-28', responses: '2031-11-30' }],
  ['closed', { texts: forShoppers, paper: '2027-02-28', responses: '2031-11-30' }],
  ['finalised', { texts: forRecords, paper: '2024-05-29', responses: '2029-02-28' }],
  ['demo', { texts: forPeople, paper: '2027-02-28', responses: '2031-11-30' }],
  ['weighted', { texts: forPeople, paper: '2027-02-28', responses: '2031-11-30' }],
  ['coded', { texts: forPeople, paper: '2027-02-28', responses: '2031-11-30' }],
]);

function withTerms(round: Row): Row {
  const promised = becoming.get(String(round.id));
  // Others had terms of their own, which stay.
  if (promised === undefined) return round;
  const { texts, paper, responses } = promised;
  return {
    ...round,
    terms: JSON.stringify({ ...texts, paperKeptUntil: paper, responsesKeptUntil: responses }),
  };
}

export const terms: SchemaVersion = {
  migrate: (before) => change(before, 'round', withTerms),
  write: (migrated) => migrated,
};
