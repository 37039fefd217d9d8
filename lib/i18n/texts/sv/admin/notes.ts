import type { NoteTexts } from '../../en/admin/notes';
import { incidents } from './incidents';

export const notes: NoteTexts = {
  ...incidents.notes,
  saved: 'Sparat. Butiken visar de nya värdena nu.',
  'demo-removed': 'Demovarorna är borttagna. Varor i tidigare ordrar säljs inte längre.',
  'product-overtaken':
    'Varan sparades på ett annat ställe efter att du hade öppnat den här. Dina ändringar är inte sparade än.',
  'product-price': 'Priset måste vara ett tal över noll, som 120 eller 99,50. Inget sparades.',
  'product-price-high': (limit) => `Priset kan vara högst ${limit}: SEQR:s gräns minus frakten. Inget sparades.`,
  'product-stock': 'Lagersaldot måste vara ett heltal, noll eller mer. Inget sparades.',
  'product-image': 'Bilden finns inte i public/products. Inget sparades; välj en annan.',
  'product-text': 'En text är för lång, eller så saknas ett namn eller en beskrivning. Inget sparades.',
  'product-sku':
    'Ett artikelnummer har 1 till 40 bokstäver, siffror och . _ / - och börjar med en bokstav eller siffra. Inget sparades.',
  'product-sku-taken': 'En annan vara har det här artikelnumret. Inget sparades; välj ett annat.',
  'product-vat': 'Momssatsen måste vara en av satserna i lib/merchant.ts. Inget sparades.',
  'product-category':
    'Varans kategori saknar namn på engelska eller svenska. Inget sparades; ge kategorin namn eller välj en annan.',
  'product-category-unknown': 'Kategorin finns inte längre. Inget sparades; välj en annan.',
  'product-archived': 'Varan är arkiverad. Inget sparades; ta tillbaka den innan du sätter den till salu.',
  'product-slug':
    'En adress har a–z, 0–9 och enstaka bindestreck däremellan, högst 40, och några ord är upptagna. Inget skapades; skriv en annan, eller ett engelskt namn.',
  'product-slug-taken': 'En annan vara har den här adressen. Inget skapades; skriv en annan.',
  'product-slug-ordered': 'Det finns ordrar på en raderad vara med den här adressen. Inget skapades; skriv en annan.',
  ordered: 'Varan finns i ordrar och kan därför inte raderas. Arkivera den i stället.',
  'not-changed': 'Varan ändrades samtidigt på ett annat ställe. Inget ändrades; kontrollera den och försök igen.',
  'new-product': 'Varan är upplagd. Den är inte till salu än.',
  copied: 'Det här är kopian. Den är inte till salu än.',
  archived: 'Varan är arkiverad. Butiken visar den inte längre.',
  restored: 'Varan är tillbaka. Den är inte till salu än.',
  deleted: 'Varan är raderad.',
  'variant-added': 'Varianten är tillagd. Den är inte till salu än.',
  'variant-options':
    'Varje val behöver ett namn, och varje variant ett värde, på engelska och svenska, högst 30 tecken. Inget sparades.',
  'variant-options-same': 'Två varianter har samma val. Inget sparades; ändra en av dem.',
  'variant-overtaken':
    'En variant ändrades samtidigt på ett annat ställe. Inget sparades; kontrollera formuläret och spara igen.',
  'variant-many': 'En vara har högst 50 varianter. Inget sparades.',
  'category-overtaken':
    'Kategorin sparades på ett annat ställe efter att du hade öppnat den här. Inget sparades; kontrollera den och spara igen.',
  'category-text':
    'En kategori behöver ett namn på engelska och svenska, högst 60 tecken, och en inledning på högst 300. Inget sparades.',
  'category-slug':
    'En adress har a–z, 0–9 och enstaka bindestreck däremellan, högst 40, och några ord är upptagna. Inget skapades; skriv en annan.',
  'category-slug-taken': 'En annan kategori har den här adressen. Inget skapades; skriv en annan.',
  'category-used': 'Kategorin har varor och kan därför inte raderas. Flytta dem först till en annan kategori.',
  'new-category': 'Kategorin är skapad. Butiken visar den när en vara i den är till salu.',
  'deleted-category': 'Kategorin är raderad.',
  'moved-variants': 'Sparat. Alla varans varianter är i den nya kategorin. Butiken visar dem där nu.',
  moved: 'Flyttad. Butiken visar den nya ordningen nu.',
  'picture-added': 'Bilden är tillagd. Butiken visar den nu.',
  'picture-saved': 'Ändringen är sparad. Butiken visar bilderna i den här ordningen nu.',
  'picture-added-off-sale': 'Bilden är tillagd. Butiken visar den när varan är till salu.',
  'picture-saved-off-sale': 'Ändringen är sparad. Butiken visar bilderna i den här ordningen när varan är till salu.',
  'picture-none': 'Ingen fil valdes. Välj en bild och ladda upp den.',
  'picture-type':
    'Filen är ingen bild i formatet JPEG, PNG, WebP eller AVIF. Inget lades till; spara den i ett av dem.',
  'picture-large': 'Filen är större än 10 MB. Inget lades till; spara bilden i en mindre storlek.',
  'picture-small':
    'Bilden är för liten: varje sida behöver minst 200 pixel. Inget lades till; ladda upp en större bild.',
  'picture-pixels': 'Bilden har fler än 50 megapixel (AVIF: 16). Inget lades till; spara den i en mindre storlek.',
  'picture-damaged':
    'Bilden är skadad eller ofullständig. Inget lades till; spara den igen och ladda upp den nya filen.',
  'picture-storage':
    'Bilden kunde inte lagras: disken är full eller skrivskyddad. Inget lades till; frigör plats och försök igen.',
  'picture-busy': 'För många bilder laddas upp just nu. Inget lades till; försök igen om en stund.',
  'picture-many': 'Varan har redan så många bilder som den kan ha. Inget lades till; ta bort en först.',
  'picture-missing': 'Varan har inte längre den bilden. Inget ändrades; de nuvarande bilderna visas nedan.',
  'terminal-fields': 'Kassan behöver ett id och ett namn av bokstäver och siffror, och ett lösenord på minst 4 tecken.',
  'terminal-refused': 'SEQR avvisade registreringen av kassan. Ingenting registrerades.',
  'terminal-unknown': 'SEQR svarade inte, så kassan kan vara registrerad. Fråga SEQR innan du försöker igen.',
  accepted: 'Beställningen är godkänd. Varorna är reserverade, och köparen får ett mejl om hur man betalar.',
  'not-in-stock': 'Lagret räcker inte. Inget ändrades; minska antal eller avbryt ordern.',
  'not-on-sale': 'En vara i ordern är inte till salu. Inget ändrades; sätt den till salu eller avbryt ordern.',
  canceled: 'Ordern är avbruten.',
  'was-paid': 'Ordern betalades innan den kunde avbrytas. Betalningen är bokförd.',
  'cancel-later': 'SEQR har inte bekräftat än att fakturan är makulerad. Butiken fortsätter att kontrollera.',
  refused: 'Orderns status tillåter inte det längre. Ingenting ändrades.',
  delivered: 'Markerad som skickad.',
  'delivered-mailed': 'Markerad som skickad. Köparen får ett mejl, om hen inte redan har fått samma länk.',
  'shipment-carrier': 'Välj den transportör som spårningsnumret, namnet eller länken hör till. Inget ändrades.',
  'shipment-number': 'Ett spårningsnummer har bara bokstäver, siffror och bindestreck, högst 40. Inget ändrades.',
  'shipment-name': 'En annan transportör behöver ett namn på högst 60 tecken. Inget ändrades.',
  'shipment-link': 'Länken måste börja med https:// och får varken ha mellanslag eller lösenord. Inget ändrades.',
  undelivered: 'Inte längre markerad som skickad. Ordern finns åter bland dem som ska skickas.',
  'change-changed': 'Ordern är ändrad.',
  'change-refused':
    'Antal kan bara minskas, minst en vara måste vara kvar och ordern måste vara obetald. Ingenting ändrades.',
  'change-paid': 'Ordern betalades innan den kunde ändras. Betalningen är bokförd.',
  'change-busy':
    'Betalaren bekräftar just nu, eller så är SEQR inte redo. Ingenting ändrades; försök igen om en stund.',
  'change-later': 'SEQR har inte bekräftat ändringen än. Butiken ändrar ordern så snart SEQR bekräftar.',
  'change-other-change': 'En annan ändring av ordern pågår. Ingenting ändrades; kontrollera ordern igen.',
  'change-overtaken':
    'Ordern har ändrats sedan du öppnade formuläret. Din ändring gjordes inte; de aktuella raderna står nedan.',
  resent: 'Kvittot mejlas igen.',
  'receipt-kept': 'Inget skickades: ingen e-postserver är inställd (SMTP_URL). Kvittot finns under E-post.',
  'refund-DONE': 'Pengarna är återbetalda.',
  'refund-REQUESTED': 'Återbetalningen är registrerad och pågår.',
  'refund-REFUSED': 'SEQR genomförde inte återbetalningen. Inget återbetalades.',
  'refund-UNKNOWN': 'SEQR svarade inte. Det är okänt om pengarna har återbetalats: se nedan.',
  'transfer-part': 'Bokfört. En del av beloppet saknas fortfarande.',
  'transfer-paid': 'Bokfört. Ordern är betald.',
  'transfer-honoured': 'Bokfört. Ordern hade stängts, men varorna fanns i lager, så den är betald nu.',
  'transfer-too-late':
    'Bokfört, men varorna går inte längre att köpa. Pengarna måste återbetalas: välj Återbetala ordern.',
  'transfer-already-paid': 'Bokfört. Ordern var redan betald, så detta måste återbetalas: välj Återbetala ordern.',
  'transfer-repeated': 'Överföringen var redan bokförd.',
  'transfer-high': (limit) => `Överföringarna för en order kan sammanlagt vara högst ${limit}. Inget bokfördes.`,
  'transfer-amount': 'Beloppet måste vara ett tal över noll, som 120 eller 99,50. Inget bokfördes.',
  settled: 'Utfallet är registrerat.',
  'settle-failed':
    'Ingenting ändrades. Referensen är ogiltig eller används redan, eller så har återbetalningen redan ett utfall.',
};
