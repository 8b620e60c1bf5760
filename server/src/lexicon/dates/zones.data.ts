// Generated from zones.tsv by `npm run generate`; change that.
export const data =
  "GMT\t0\nUTC\t0\nZ\t0\nBST\t60\nIST\t60 330 120\nWET\t0\nWEST\t60\nCET\t60\nCEST\t120\nEET\t120\nEEST\t180\nMSK\t180\nEST\t-300\nEDT\t-240\nET\t-300 -240\nCST\t-360 480\nCDT\t-300\nCT\t-360 -300\nMST\t-420\nMDT\t-360\nMT\t-420 -360\nPST\t-480\nPDT\t-420\nPT\t-480 -420\nJST\t540\nKST\t540\nHKT\t480\nSGT\t480\nAEST\t600\nAEDT\t660\nNZST\t720\nNZDT\t780";
