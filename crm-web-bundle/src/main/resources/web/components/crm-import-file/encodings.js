/** How files are written: what the server takes, and what people call it. */
export const ENCODINGS = [['', 'Found out from the file'], ['UTF-8', 'Unicode (UTF-8)'], ['UTF-16', 'Unicode (UTF-16)'],
  ['windows-1252', 'Western European (Windows-1252)'], ['windows-1250', 'Central European (Windows-1250)'],
  ['windows-1251', 'Cyrillic (Windows-1251)'], ['windows-1253', 'Greek (Windows-1253)'],
  ['windows-1254', 'Turkish (Windows-1254)'], ['windows-1257', 'Baltic (Windows-1257)'],
  ['x-MacRoman', 'Western European (Mac)'], ['Shift_JIS', 'Japanese (Shift JIS)'], ['GB18030', 'Chinese (GB18030)']];
