// Generated from tolls.tsv by `npm run generate`; change that.
export const data =
  "killed\tkill kills killed killing\tkilled dead died die dies deaths fatalities slain\nhurt\thurt hurts hurting wound wounds wounded wounding injure injures injured injuring\thurt wounded injured injuries casualties\nheld\tarrest arrests arrested arresting detain detains detained detaining\tarrested detained\nfreed\tfree frees freed freeing\tfreed";
