// Generated from changes.tsv by `npm run generate`; change that.
export const data =
  "up\trose rises risen rise rising climbed climbs climb climbing increased increases increase increasing grew grows grown jumped jumps jump jumping gained gains gain surged surges surge soared up raised lifted\ndown\tfell falls fallen fall falling dropped drops drop dropping declined declines decline declining decreased decreases decrease slipped slips slip slid tumbled plunged shrank eased down lowered cut reduced";
