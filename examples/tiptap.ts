// Copydesk in TipTap: new Editor({ extensions: [StarterKit, Copydesk.configure({ session })] }), where session is a desk's for this
// document. editor.commands.fixSafely() makes all fixes that are safe unseen; marks have the classes copydesk-fix and copydesk-query.
import { Extension } from '@tiptap/core';
import type { Session } from 'copydesk';
import { copydesk, fixSafely } from './prosemirror';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    copydesk: { fixSafely: () => ReturnType };
  }
}

export const Copydesk = Extension.create<{ session: Session | undefined }>({
  name: 'copydesk',
  addOptions: () => ({ session: undefined }),
  addProseMirrorPlugins() {
    return this.options.session ? [copydesk(this.options.session)] : [];
  },
  addCommands() {
    const { session } = this.options;
    return {
      fixSafely:
        () =>
        ({ state, dispatch }) =>
          session !== undefined && fixSafely(session)(state, dispatch),
    };
  },
});
