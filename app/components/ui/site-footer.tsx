import { useWard } from '#app/components/ui/ward-context.tsx';

export function SiteFooter() {
  const { office } = useWard();
  return (
    <footer className="mt-16 border-t border-solid-gray-200 bg-solid-gray-50 print:hidden">
      <p className="mx-auto max-w-6xl px-4 py-6 text-sm text-solid-gray-700">
        {office}{' '}
        声箱(Koebako)は、区民アンケートの回答から区政運営の評価までをつなぐ、オープンソースの仕組みです。
      </p>
    </footer>
  );
}
