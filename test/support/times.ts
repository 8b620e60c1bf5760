// How often a test of chance is repeated: as often as there is time for, or as often as was promised.

/** @param thorough with `COPYDESK_THOROUGH=1`. */
export const times = (usual: number, thorough: number): number => (process.env.COPYDESK_THOROUGH ? thorough : usual);
