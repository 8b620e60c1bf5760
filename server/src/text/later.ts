/** English that stands in a table and is translated where it is shown. Translators get every string that is called so. */
export const later = <Words extends string>(english: Words): Words => english;
