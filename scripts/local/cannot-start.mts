/** Something in the way that the person at the terminal can remove. */
export class CannotStart extends Error {}
