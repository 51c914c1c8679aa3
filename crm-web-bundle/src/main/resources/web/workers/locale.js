/*
 * The first number and the first date that a browser formats cost it some 60 ms, for it looks up which languages it
 * knows. It does so once for all threads of the page: here, beside the page's own work (index.html).
 */
const language = navigator.language || 'en';
new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' }).format(0);
new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR', currencyDisplay: 'narrowSymbol' })
  .formatToParts(12345);
new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(0);
close();
