// A language that nobody speaks: English in brackets, so that whatever comes without them was never translated.

export const pseudo = (english: string): string => `⟦${english}⟧`;
