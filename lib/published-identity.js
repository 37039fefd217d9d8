/**
 * The test credentials that SEQR published; every plug-in in the field has them as its example. Plain JavaScript, for what
 * runs before anything is compiled.
 */
export const TEST_TERMINAL = { id: 'public_test_shop_terminal', password: '12345678' };
export const TEST_RESELLER = { id: 'public_test_shop', userId: '9900', password: '1234' };
