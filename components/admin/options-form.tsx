import { versionsOf } from '@/lib/admin/catalogue/variants';
import type { ProductDetails } from '@/lib/admin/get-product-details';
import { MAX_OPTIONS } from '@/lib/catalogue/options';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { type FullLanguage, languages } from '@/lib/i18n/languages';
import { AdminForm } from './admin-form';
import { KeepTyped } from './keep-typed';
import { OptionField } from './option-field';
import { button, panel } from './styles';
import { nameOf } from './variant-table';

interface Props {
  slug: string;
  members: readonly ProductDetails[];
  refused: boolean;
  language: FullLanguage;
  t: AdminTexts;
}

const places = Array.from({ length: MAX_OPTIONS }, (_, index) => index);

/** The names of a family's options, and each variant's values, in every language. */
export function OptionsForm({ slug, members, refused, language: shown, t }: Props) {
  const m = t.products.variants;
  const [first] = members;
  const nameAt = (place: number) => first?.options[shown][place]?.name ?? m.name(place + 1);
  return (
    <section aria-labelledby="options" className={`mt-6 ${panel}`}>
      <h2 id="options" className="text-lg">
        {m.options}
      </h2>
      <p className="mt-1 text-sm text-muted">{members.length === 1 ? `${m.saveHint} ${m.dissolveHint}` : m.saveHint}</p>
      <AdminForm id="options-form" action={`/admin/products/${slug}/variants/save`} className="mt-3 space-y-6">
        <KeepTyped formId="options-form" refused={refused} />
        <input type="hidden" name="versions" value={versionsOf(members)} />
        {languages.map((language) => (
          <fieldset key={language} className="space-y-4">
            <legend className="mb-2 font-display font-semibold">{t.products.languages[language]}</legend>
            <div className="grid gap-3 sm:grid-cols-3">
              {places.map((place) => (
                <OptionField
                  key={place}
                  name={`name-${language}-${place}`}
                  label={m.name(place + 1)}
                  language={language}
                  value={first?.options[language][place]?.name ?? ''}
                />
              ))}
            </div>
            {members.map((member) => (
              <div key={member.slug} className="grid gap-3 border-t border-line pt-3 sm:grid-cols-3">
                {places.map((place) => (
                  <OptionField
                    key={place}
                    name={`v-${member.slug}-${language}-${place}`}
                    label={m.value(nameAt(place), nameOf(member, shown, t))}
                    language={language}
                    value={member.options[language][place]?.value ?? ''}
                  />
                ))}
              </div>
            ))}
          </fieldset>
        ))}
        <button type="submit" className={button('primary')}>
          {m.save}
        </button>
      </AdminForm>
    </section>
  );
}
