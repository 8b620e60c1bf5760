// Generated from foreign-forms.txt by `npm run generate`; change that.
export const data =
  "allemagne\nargentino\nbanca\nbanco\nbank\nbanka\nbanque\nbrasil\nbrasileira\nbrasileiro\ncafe\nceska\ncesky\nchine\ndeutsche\necuatoriana\nespana\nespanola\nestrategia\neuropeenne\nfilipinas\nfond\nfranc\nfrancais\nfrancaise\ngenerale\ngroupe\ngrupo\nhistoria\nhrvatska\ninternacional\ninternationale\nitaliana\nitaliano\njapon\nmexicana\nmotori\nnacional\nnationale\nosterreich\nparc\npolska\nportugues\nportuguesa\nsociedad\nsociete\nsuisse\ntelefon\nvenezolana";
