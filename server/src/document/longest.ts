// How long a draft may be while somebody has it open and waits for an answer at each keystroke.

/** In UTF-16 units: a long novel. What is pasted by mistake is longer. */
export const LARGEST_OPEN = 1_000_000;
