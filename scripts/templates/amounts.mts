// Amounts are compared as text: a number would confuse long ones.

/** Behind an expression of text: takes the zeros from the end of a fraction, so that the same amount is the same text. */
export const WITHOUT_ZEROS = ".replace(/(\\.\\d*?)0+$/, '$1').replace(/\\.$/, '')";
