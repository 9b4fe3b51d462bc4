// CommonJS, because that alone can load something when it is first needed without making all who come by wait.
exports.newAjv = (options) => new (require('ajv').Ajv)(options);
