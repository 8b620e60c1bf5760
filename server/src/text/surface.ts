// Where a sentence is read. Whoever stands at a shell can be told of a command; whoever has a page before him cannot run one.
export type Surface = 'shell' | 'page';
