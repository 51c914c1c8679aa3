/** "18 400,50" and "18,400.50" are the same number. The last mark before one or two digits is the decimal one. */
export function plain(text) {
  const clean = text.replace(/[^\d.,-]/g, '');
  const decimal = /[.,](\d{1,2})$/.exec(clean);
  const whole = (decimal ? clean.slice(0, decimal.index) : clean).replace(/[.,]/g, '');
  return decimal ? `${whole}.${decimal[1]}` : whole || text;
}
