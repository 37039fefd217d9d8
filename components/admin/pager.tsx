import Link from 'next/link';
import { button } from './styles';

interface Props {
  label: string;
  /** The addresses of the adjacent pages, null if there is no such page. */
  newer: string | null;
  older: string | null;
  texts: { readonly newer: string; readonly older: string };
}

/** Links to the adjacent pages of a list that starts with the newest entries. */
export function Pager({ label, newer, older, texts }: Props) {
  return (
    <nav aria-label={label} className="mt-5 flex justify-between">
      {newer ? (
        <Link href={newer} prefetch={false} className={button('secondary')}>
          {texts.newer}
        </Link>
      ) : (
        <span />
      )}
      {older && (
        <Link href={older} prefetch={false} className={button('secondary')}>
          {texts.older}
        </Link>
      )}
    </nav>
  );
}
