/** Kept apart from the shop's texts, because the error page is a client component: the browser loads only these. */
export const errorPage = {
  title: 'Something went wrong on our side',
  text: 'The error has been logged. If you were paying, check your orders before you try again.',
  retry: 'Try again',
  unavailable: {
    title: 'The shop cannot be used right now',
    text: 'The shop cannot reach its database, so this page could not be shown. If you were shown an order number, your order is safe. Please try again in a moment.',
    paying: 'If you were paying, check your order before you pay again.',
    again: 'This page tries again every 10 seconds.',
  },
};

export type ErrorPageTexts = typeof errorPage;
