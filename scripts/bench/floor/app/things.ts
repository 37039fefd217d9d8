export const things = Array.from({ length: 20 }, (_, index) => ({
  id: String(index),
  name: `Thing number ${index}`,
  price: 100 + index,
}));
