// Generated from tones.txt by `npm run generate`; change that.
export const data =
  "doubt: claim purport boast brag\nguilt: admit concede\nfact: point-out note acknowledge recognise recognize recall confirm\nsecret: reveal disclose divulge\ndispute: insist maintain contend\nmind: believe feel think hope want fear wish love hate doubt regret resent envy dread desire suspect worry\nbelief: believe think fear suspect doubt feel worry agree warn say argue\nhidden: believe think understand say report fear allege claim suspect rumour rumor";
