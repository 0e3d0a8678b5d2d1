import { StepForm } from '#app/features/launch-round/setup-frame.tsx';
import type { SetupView } from '#app/fielding/rounds/load-setup.ts';
import { languageNames, languageTags } from '#app/i18n/language-names.ts';

/** The pages of a resident in the frame of a phone, once for each language. */
export function PreviewStep({ view }: { readonly view: SetupView }) {
  const { round, languages } = view;
  return (
    <>
      <p>回答する人が見る画面です。画面の下の「次の画面」で進めます。ここでの入力は保存しません。</p>
      <ul className="my-6 flex flex-wrap gap-8">
        {languages.map((language) => (
          <li key={language} className="w-full max-w-[23.5rem]">
            <h2 className="mb-2 font-700" lang={languageTags[language]}>
              {languageNames[language]}
            </h2>
            <PhoneFrame
              title={`${languageNames[language]}の画面`}
              src={`/staff/rounds/${round.id}/preview?lang=${language}`}
            />
          </li>
        ))}
      </ul>
      {languages.length === 1 && <p>この調査票は日本語だけです。</p>}
      <StepForm roundId={round.id} step="preview" errors={{}}>
        {null}
      </StepForm>
    </>
  );
}

/** A page in the outline of a phone of 360 pixels. */
export function PhoneFrame({ title, src }: { readonly title: string; readonly src: string }) {
  return (
    <div className="w-full max-w-[23.5rem] overflow-hidden rounded-[2rem] border-8 border-solid-gray-800 bg-white">
      <iframe title={title} src={src} className="block h-[40rem] w-full" />
    </div>
  );
}
