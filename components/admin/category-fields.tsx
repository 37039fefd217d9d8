import {
  type CategoryDetails,
  categoryTextFields,
  categoryTextLimits,
  noCategoryText,
} from '@/lib/admin/catalogue/categories';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { isFullLanguage, languages } from '@/lib/i18n/languages';
import { field } from './styles';

/** The fields for a category's texts in every language. Without `texts`, they are empty. */
export function CategoryFields({ texts, t }: { texts: CategoryDetails['texts'] | null; t: AdminTexts }) {
  const m = t.products;
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      {languages.map((language) => (
        <fieldset key={language}>
          <legend className="mb-2 font-display font-semibold">{m.languages[language]}</legend>
          <div className="space-y-4">
            {categoryTextFields.map((name) => {
              const id = `${name}-${language}`;
              return (
                <div key={name}>
                  <label htmlFor={id} className="font-medium">
                    {m.categories.texts[name]}
                  </label>
                  <input
                    id={id}
                    name={id}
                    lang={language}
                    required={name === 'name' && isFullLanguage(language)}
                    maxLength={categoryTextLimits[name]}
                    defaultValue={(texts?.[language] ?? noCategoryText)[name]}
                    className={`${field} mt-1`}
                  />
                </div>
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
