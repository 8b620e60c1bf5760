// Generated from units.tsv by `npm run generate`; change that.
export const data =
  "percent\tpercent\npercent\tpct\npercent\t%\npercent\tper cent\npercent\tpercentage points\npercent\tpercentage point\nmoney\tdollars\nmoney\tdollar\nmoney\tdlrs\nmoney\tdlr\nmoney\tcents\nmoney\teuros\nmoney\teuro\nmoney\tpounds\nmoney\tpence\nmoney\tsterling\nmoney\tstg\nmoney\tyen\nmoney\tyuan\nmoney\trupees\nmoney\troubles\nmoney\trubles\nmoney\tfrancs\nmoney\tlire\nmoney\tpesos\nmoney\trand\nmoney\tkroner\nmoney\tkronor\nmoney\triyals\nmoney\tdirhams\nmoney\tshillings\nmoney\tnaira";
