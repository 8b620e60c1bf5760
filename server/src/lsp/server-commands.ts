// Names of the commands that the server carries out, for itself and for the extension.

/** Named apart from the extension's own commands: a client registers these by itself. */
export const serverCommands = {
  clear: 'copydesk.server.clear',
  revoke: 'copydesk.server.revoke',
  turnOff: 'copydesk.server.turnOff',
  turnOn: 'copydesk.server.turnOn',
  undo: 'copydesk.server.undo',
  notADraft: 'copydesk.server.notADraft',
  prefer: 'copydesk.server.prefer',
  spellEverywhere: 'copydesk.server.spellEverywhere',
  undoSpelling: 'copydesk.server.undoSpelling',
  tellUndone: 'copydesk.server.tellUndone',
} as const;
