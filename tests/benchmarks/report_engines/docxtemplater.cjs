// The peer from npm: docxtemplater with its free image module; a parser for the expressions of our template.
const fs = require("fs");
const [, , modules, folder, target] = process.argv;
const use = (name) => require(require.resolve(name, { paths: [modules] }));
const PizZip = use("pizzip"), Docxtemplater = use("docxtemplater"), ImageModule = use("docxtemplater-image-module-free");

const known = new Map();
function compiled(tag) {
  if (!known.has(tag)) {
    const code = tag.replace(/\bnot /g, "!").replace(/ and /g, " && ").replace(/ or /g, " || ").replace(/\|upper/g, ".toUpperCase()")
      .replace(/\|length/g, ".length").replace(/\|join/g, ".join");
    known.set(tag, new Function("scope", `with (scope) { return (${code}); }`));
  }
  return known.get(tag);
}
const truthy = globalThis.truthy = (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
function each(scope, name, list) {
  return list.map((item, at) => Object.assign(Object.create(scope),
    { [name]: item, loop: { index: at + 1, first: at === 0, last: at === list.length - 1 } }));
}
// The image module takes no objects.
const named = (value) => (value && value.picture ? JSON.stringify(value) : value);
function parser(tag) {
  const loop = /^for (\w+) in (.+)$/.exec(tag.trim()), test = /^(if|unless) (.+)$/.exec(tag.trim());
  if (loop) return { get: (scope) => each(scope, loop[1], compiled(loop[2])(scope)) };
  if (test) return { get: (scope) => truthy(compiled(test[2])(scope)) === (test[1] === "if") };
  return { get: (scope) => named(compiled(tag.trim())(scope)) };
}
const images = new ImageModule({
  getImage: (value) => fs.readFileSync(`${folder}/${JSON.parse(value).picture}`),
  getSize: (_, value) => {
    const { lebar, tinggi } = JSON.parse(value);
    return [lebar, tinggi].map((cm) => Math.round((cm * 96) / 2.54));
  },
});
const document = new Docxtemplater(new PizZip(fs.readFileSync(`${folder}/docxtemplater.docx`)), {
  modules: [images], parser, paragraphLoop: true, linebreaks: true, delimiters: { start: "{{", end: "}}" },
});
document.render(JSON.parse(fs.readFileSync(`${folder}/context.json`)));
fs.writeFileSync(target, document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }));
