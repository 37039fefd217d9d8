/**
 * Who sells: stands in the footer, on receipts, in the terms and in the invoice instructions. Replace it with your own.
 * Tallbacka does not exist; its numbers are made up, with correct check digits.
 */
export const merchant = {
  name: 'Tallbacka',
  legalName: 'Tallbacka Handel AB',
  organisationNumber: '559999-4273',
  vatNumber: 'SE559999427301',
  street: 'Tallbacksvägen 12',
  postalCode: '791 31',
  city: 'Falun',
  country: 'Sverige',
  email: 'hej@tallbacka.example',
  phone: '023-555 01 20',
  bankgiro: '9990-2173',
} as const;
