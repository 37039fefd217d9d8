import type { ProductDetails } from '@/lib/admin/get-product-details';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { isFullLanguage, type Language, languages } from '@/lib/i18n/languages';
import { AdminForm } from './admin-form';
import { KeepTyped } from './keep-typed';
import { OptionField } from './option-field';
import { button, panel } from './styles';

interface Props {
  product: ProductDetails;
  refused: boolean;
  t: AdminTexts;
}

/** Adds a variant. For the first variant, the form also asks for the option's name and the product's own value. */
export function NewVariantForm({ product, refused, t }: Props) {
  const m = t.products.variants;
  const isFirst = product.family === null;
  return (
    <section aria-labelledby="add" className={`mt-6 ${panel}`}>
      <h2 id="add" className="text-lg">
        {m.add}
      </h2>
      <p className="mt-1 text-sm text-muted">{isFirst ? m.firstHint : m.addHint}</p>
      <AdminForm id="new-variant" action={`/admin/products/${product.slug}/variants/add`} className="mt-3 space-y-4">
        <KeepTyped formId="new-variant" refused={refused} />
        <div className="grid gap-5 lg:grid-cols-2">
          {languages.map((language) => (
            <fieldset key={language} className="space-y-4">
              <legend className="mb-2 font-display font-semibold">{t.products.languages[language]}</legend>
              {isFirst ? (
                <FirstOption language={language} t={t} />
              ) : (
                product.options[language].map(({ name }, index) => (
                  <div key={name}>
                    <input type="hidden" name={`name-${language}-${index}`} value={name} />
                    <OptionField
                      name={`added-${language}-${index}`}
                      label={name}
                      language={language}
                      required={isFullLanguage(language)}
                    />
                  </div>
                ))
              )}
            </fieldset>
          ))}
        </div>
        <button type="submit" className={button('primary')}>
          {m.submit}
        </button>
      </AdminForm>
    </section>
  );
}

function FirstOption({ language, t }: { language: Language; t: AdminTexts }) {
  const m = t.products.variants;
  const shared = { language, required: isFullLanguage(language) };
  return (
    <>
      <OptionField {...shared} name={`name-${language}-0`} label={`${m.name(1)} – ${m.nameHint}`} />
      <OptionField {...shared} name={`own-${language}-0`} label={m.own(m.name(1))} />
      <OptionField {...shared} name={`added-${language}-0`} label={m.added(m.name(1))} />
    </>
  );
}
