import { slugPattern } from '@/lib/admin/catalogue/slug';
import { maxLengths } from '@/lib/input-limits';
import { field } from './styles';

/** The field for the address of a new product or category. */
export function SlugField({ label, hint }: { label: string; hint: string }) {
  return (
    <div>
      <label htmlFor="slug" className="font-medium">
        {label}
      </label>
      <input
        id="slug"
        name="slug"
        maxLength={maxLengths.slug}
        pattern={slugPattern}
        autoCapitalize="none"
        autoComplete="off"
        aria-describedby="slug-hint"
        className={`${field} mt-1`}
      />
      <p id="slug-hint" className="mt-1 text-sm text-muted">
        {hint}
      </p>
    </div>
  );
}
