import { incidents } from './incidents';

/** The note above a page that says what the merchant's last action did. */
export const notes = {
  ...incidents.notes,
  saved: 'Saved. The shop shows the new values now.',
  'demo-removed': 'The demo goods are removed. Goods in earlier orders are no longer on sale.',
  'product-overtaken': 'This product was saved elsewhere after you had opened it here. Your changes are not saved yet.',
  'product-price': 'The price must be a number above zero, such as 120 or 99.50. Nothing was saved.',
  'product-price-high': (limit: string) =>
    `The price can be at most ${limit}: SEQR’s limit less the delivery. Nothing was saved.`,
  'product-stock': 'The stock must be a whole number, zero or more. Nothing was saved.',
  'product-image': 'The picture does not exist in public/products. Nothing was saved; choose another.',
  'product-text': 'A text is too long, or a name or a description is missing. Nothing was saved.',
  'product-sku':
    'An article number has 1 to 40 letters, digits and . _ / -, and begins with a letter or digit. Nothing was saved.',
  'product-sku-taken': 'Another product has this article number. Nothing was saved; choose another.',
  'product-vat': 'The VAT rate must be one of the rates in lib/merchant.ts. Nothing was saved.',
  'product-category':
    'The product’s category lacks a name in English or Swedish. Nothing was saved; name the category or choose another.',
  'product-category-unknown': 'This category no longer exists. Nothing was saved; choose another.',
  'product-archived': 'The product is archived. Nothing was saved; bring it back before you put it on sale.',
  'product-slug':
    'An address has a–z, 0–9 and single hyphens between them, at most 40, and some words are reserved. Nothing was created; type another, or an English name.',
  'product-slug-taken': 'Another product has this address. Nothing was created; type another.',
  'product-slug-ordered': 'Orders name a deleted product with this address. Nothing was created; type another.',
  ordered: 'Orders name this product, so it cannot be deleted. Archive it instead.',
  'not-changed': 'The product was changed elsewhere meanwhile. Nothing was changed; check it and try again.',
  'new-product': 'The product is created. It is not on sale yet.',
  copied: 'This is the copy. It is not on sale yet.',
  archived: 'The product is archived. The shop no longer shows it.',
  restored: 'The product is back. It is not on sale yet.',
  deleted: 'The product is deleted.',
  'variant-added': 'The variant is added. It is not on sale yet.',
  'variant-options':
    'Each option needs a name, and each variant a value, in English and Swedish, of at most 30 characters. Nothing was saved.',
  'variant-options-same': 'Two variants have the same options. Nothing was saved; change one of them.',
  'variant-overtaken': 'A variant was changed elsewhere meanwhile. Nothing was saved; check the form and save again.',
  'variant-many': 'A product has at most 50 variants. Nothing was saved.',
  'category-overtaken':
    'This category was saved elsewhere after you had opened it here. Nothing was saved; check it and save again.',
  'category-text':
    'A category needs a name in English and Swedish, of at most 60 characters, and an introduction of at most 300. Nothing was saved.',
  'category-slug':
    'An address has a–z, 0–9 and single hyphens between them, at most 40, and some words are reserved. Nothing was created; type another.',
  'category-slug-taken': 'Another category has this address. Nothing was created; type another.',
  'category-used': 'The category has products, so it cannot be deleted. Move them to another category first.',
  'new-category': 'The category is created. The shop lists it once a product in it is on sale.',
  'deleted-category': 'The category is deleted.',
  'moved-variants': 'Saved. All variants of the product are in the new category. The shop shows them there now.',
  moved: 'Moved. The shop shows the new order now.',
  'picture-added': 'The picture is added. The shop shows it now.',
  'picture-saved': 'The change is saved. The shop shows the pictures in this order now.',
  'picture-added-off-sale': 'The picture is added. The shop shows it once the product is on sale.',
  'picture-saved-off-sale':
    'The change is saved. The shop shows the pictures in this order once the product is on sale.',
  'picture-none': 'No file was chosen. Choose a picture, then upload it.',
  'picture-type':
    'The file is not a JPEG, PNG, WebP or AVIF picture. Nothing was added; save it in one of these formats.',
  'picture-large': 'The file is larger than 10 MB. Nothing was added; save the picture in a smaller size.',
  'picture-small':
    'The picture is too small: each side needs at least 200 pixels. Nothing was added; upload a larger picture.',
  'picture-pixels': 'The picture has more than 50 megapixels (AVIF: 16). Nothing was added; save it in a smaller size.',
  'picture-damaged': 'The picture is damaged or incomplete. Nothing was added; save it again and upload the new file.',
  'picture-storage':
    'The picture could not be stored: the disk is full or read-only. Nothing was added; make room, then try again.',
  'picture-busy': 'Too many pictures are being uploaded right now. Nothing was added; try again in a moment.',
  'picture-many': 'The product has as many pictures as it can have. Nothing was added; remove one first.',
  'picture-missing': 'The product no longer has this picture. Nothing was changed; the current pictures are below.',
  'terminal-fields': 'The till needs an ID and a name of letters and digits, and a password of at least 4 characters.',
  'terminal-refused': 'SEQR refused to register the till. Nothing was registered.',
  'terminal-unknown': 'SEQR did not respond, so the till may be registered. Ask SEQR before you try again.',
  accepted: 'The order is accepted. The goods are reserved, and the buyer receives payment instructions by email.',
  'not-in-stock': 'There is not enough stock. Nothing was changed; reduce quantities or cancel the order.',
  'not-on-sale': 'A product of the order is not on sale. Nothing was changed; put it on sale or cancel the order.',
  canceled: 'The order is cancelled.',
  'was-paid': 'The order was paid before it could be cancelled. The payment is recorded.',
  'cancel-later': 'SEQR has not confirmed yet that the invoice is cancelled. The shop keeps checking.',
  refused: 'The order’s state no longer allows that. Nothing was changed.',
  delivered: 'Marked as sent.',
  'delivered-mailed':
    'Marked as sent. The buyer is emailed, unless an earlier email already contained this tracking link.',
  'shipment-carrier': 'Choose the carrier that the tracking number, name or link belongs to. Nothing was changed.',
  'shipment-number': 'A tracking number has only letters, digits and hyphens, at most 40. Nothing was changed.',
  'shipment-name': 'Another carrier needs a name of at most 60 characters. Nothing was changed.',
  'shipment-link': 'The link must begin with https:// and contain neither spaces nor a password. Nothing was changed.',
  undelivered: 'No longer marked as sent. The order is listed as to send again.',
  'change-changed': 'The order is changed.',
  'change-refused':
    'Quantities can only be reduced, at least one item must remain, and the order must be unpaid. Nothing was changed.',
  'change-paid': 'The order was paid before it could be changed. The payment is recorded.',
  'change-busy': 'The payer is confirming right now, or SEQR is not ready. Nothing was changed; try again in a moment.',
  'change-later': 'SEQR has not confirmed the change yet. The shop changes the order as soon as SEQR confirms.',
  'change-other-change': 'Another change of this order is in progress. Nothing was changed; check the order again.',
  'change-overtaken':
    'The order has changed since you opened this form. Your change was not applied; the order’s current lines are below.',
  resent: 'The receipt is being resent.',
  'receipt-kept': 'Nothing was sent: no mail server is configured (SMTP_URL). The receipt is stored under Mail.',
  'refund-DONE': 'The money is refunded.',
  'refund-REQUESTED': 'The refund is recorded and in progress.',
  'refund-REFUSED': 'SEQR did not carry out the refund. Nothing was refunded.',
  'refund-UNKNOWN': 'SEQR did not respond. The money may or may not have been refunded: see below.',
  'transfer-part': 'Recorded. Part of the amount is still missing.',
  'transfer-paid': 'Recorded. The order is paid.',
  'transfer-honoured': 'Recorded. The order had been closed, but its goods were still in stock, so it is paid now.',
  'transfer-too-late':
    'Recorded, but the goods are no longer available. The money must be refunded: choose Refund the order.',
  'transfer-already-paid': 'Recorded. The order was paid already, so this must be refunded: choose Refund the order.',
  'transfer-repeated': 'This transfer was recorded already.',
  'transfer-high': (limit: string) => `The transfers for one order can total at most ${limit}. Nothing was recorded.`,
  'transfer-amount': 'The amount must be a number above zero, such as 120 or 99.50. Nothing was recorded.',
  settled: 'The outcome is recorded.',
  'settle-failed':
    'Nothing was changed. The reference is invalid or already in use, or this refund already has an outcome.',
};

export type NoteTexts = typeof notes;
