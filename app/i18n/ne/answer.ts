import type { AnswerWords } from '#app/i18n/ja/answer.ts';

const dateFormat = new Intl.DateTimeFormat('ne-NP-u-nu-latn', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'long',
});

/** Apart from the date: formatted together, Nepali gets a colon between weekday and hour. */
const timeFormat = new Intl.DateTimeFormat('ne-NP-u-nu-latn', {
  timeZone: 'Asia/Tokyo',
  hour: 'numeric',
  minute: '2-digit',
});

/** Words of the resident's pages in Nepali. */
export const answerWords: AnswerWords = {
  start: {
    begin: 'जवाफ दिन सुरु गर्नुहोस्',
    resumeNote:
      'बीचसम्म जवाफ दिइसक्नुभएको भए, यही बटन थिचेर छोडेको ठाउँबाट फेरि सुरु गर्न सकिन्छ (उही डिभाइस र ब्राउजर भएमा)।',
    asks: 'अनुरोध गर्ने',
    why: 'उद्देश्य',
    time: 'लाग्ने समय',
    timeValue: (minutes, nQuestions) => `करिब ${minutes} मिनेट, जम्मा ${nQuestions} प्रश्न`,
    until: 'जवाफ दिने म्याद',
    untilValue: (closesAt) => {
      const end = new Date(closesAt);
      return `${dateFormat.format(end)}, ${timeFormat.format(end)} बजेसम्म`;
    },
    privacy: 'जवाफ कसरी राखिन्छ र प्रयोग गरिन्छ',
    anonymous:
      'यो नाम नलेखी जवाफ दिने सर्वेक्षण हो। तपाईंको नाम वा सम्पर्क विवरण सोधिँदैन। कसले कुन जवाफ दियो भन्ने थाहा नहोस् भनेर, जवाफ अरूका जवाफसँग मिसाई, क्रम बदलेर राखिन्छ। नाम नलेखी जवाफ दिने भएकाले, पठाइसकेपछि जवाफ फिर्ता लिन सकिँदैन। ',
    attributed:
      'यो सर्वेक्षणमा, जवाफ कुन संस्था वा सर्वेक्षकको हो भन्ने थाहा हुने गरी गणना गरिन्छ। जवाफ सूचकको गणना र परियोजनाको सुधारका लागि मात्र प्रयोग गरिन्छ। ',
    use: 'जवाफ तथ्याङ्कका रूपमा गणना गरिन्छ। वडा प्रशासनको मूल्याङ्कन र सुधारका लागि मात्र प्रयोग गरिन्छ।',
  },
  page: {
    progress: (current, total) => `${total} पृष्ठमध्ये पृष्ठ ${current}`,
    next: 'अगाडि बढ्नुहोस्',
    back: 'पछाडि फर्कनुहोस्',
    toReview: 'जवाफ जाँच्ने पृष्ठमा फर्कनुहोस्',
    errorTitle: (n) => (n === 1 ? 'एउटा प्रश्नको जवाफ फेरि जाँच्नुहोस्' : `${n} वटा प्रश्नको जवाफ फेरि जाँच्नुहोस्`),
    errorLine: (number, message) => `प्रश्न ${number}: ${message}`,
    saved: 'हरेक पटक “अगाडि बढ्नुहोस्” थिच्दा, तपाईंको जवाफ सुरक्षित रूपमा राखिन्छ।',
  },
  review: {
    title: 'जवाफ जाँच्नुहोस्',
    lead: 'जवाफ अहिलेसम्म पठाइएको छैन। जवाफ जाँचेर “यही जवाफ पठाउनुहोस्” थिच्नुहोस्।',
    change: 'बदल्नुहोस्',
    changeOf: (topic) => `“${topic}” को जवाफ बदल्नुहोस्`,
    noAnswer: 'जवाफ दिइएको छैन',
    question: (number, text) => `प्रश्न ${number}: ${text}`,
    send: 'यही जवाफ पठाउनुहोस्',
    back: 'जवाफ सच्याउनुहोस्',
  },
  sent: {
    title: 'तपाईंको जवाफ प्राप्त भयो',
    thanks: 'सहयोग गर्नुभएकोमा धन्यवाद।',
    receipt: 'प्राप्ति नम्बर',
    receiptNote:
      'यो नम्बर तपाईंको जवाफ आइपुगेको प्रमाण हो। यो नम्बरबाट जवाफमा के छ भन्ने थाहा हुँदैन। यो पृष्ठ बन्द गरे पनि हुन्छ।',
    toResults: 'वडा प्रशासनको मूल्याङ्कनको पृष्ठ हेर्नुहोस्',
  },
  single: { toReview: 'जवाफ जाँच्ने पृष्ठमा जानुहोस्' },
  titleWithError: (title) => `त्रुटि: ${title}`,
};
