const ZEROS = /\.?0+$/;

/** A number as text: at most seven decimals, never with an exponent or the dust of a subtraction. */
export const decimal = (number) => number.toFixed(7).replace(ZEROS, "");
