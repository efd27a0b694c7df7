package org.caremap.report;

/** What a column holds, which decides how its values are printed. */
enum Kind {
  /** Words. */
  TEXT,

  /** A code or id: words that no program may take for a number. */
  CODE,

  /** Things that are counted one by one. */
  WHOLE,

  /** People or other amounts, which may be fractions. */
  AMOUNT,

  /** Money, printed with as many of up to four decimals as it has. */
  MONEY,

  /** 0 to 1, printed as per cent. */
  SHARE,

  /** Minutes on foot. */
  MINUTES,

  /** A year, printed without separators. */
  YEAR,

  /** A coordinate in degrees, printed to the millionth. */
  DEGREES;

  /** Whether values are numbers. */
  boolean isNumber() {
    return this != TEXT && this != CODE;
  }
}
