import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { AdminForm } from './admin-form';

interface Props {
  action: string;
  name: string;
  /** Further fields of the form. */
  fields?: Readonly<Record<string, string>>;
  isFirst: boolean;
  isLast: boolean;
  t: AdminTexts;
}

const style =
  'inline-flex size-11 items-center justify-center rounded-field border border-control bg-surface hover:border-pine hover:bg-pine-soft';

/** Moves an entry of a list one place up or down. */
export function MoveButtons({ action, name, fields = {}, isFirst, isLast, t }: Props) {
  const { move } = t.products;
  return (
    <AdminForm action={action} className="relative flex gap-1">
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {isFirst ? (
        <span className="size-11" />
      ) : (
        <button type="submit" name="direction" value="up" aria-label={move.up(name)} className={style}>
          ↑
        </button>
      )}
      {isLast ? (
        <span className="size-11" />
      ) : (
        <button type="submit" name="direction" value="down" aria-label={move.down(name)} className={style}>
          ↓
        </button>
      )}
    </AdminForm>
  );
}
