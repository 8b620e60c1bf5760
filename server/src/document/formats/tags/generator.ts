/** What our own pages say of themselves in their heads. */
export const GENERATOR = '<meta name="generator" content="Copydesk">';
