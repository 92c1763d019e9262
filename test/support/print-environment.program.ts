/** Loads the environment file named by its argument, then prints the variables the bot reads, as JSON. */
import { loadEnvironment } from '../../src/config.js';
import { variables } from '../../src/variables.js';

loadEnvironment(process.argv[2]);
console.log(JSON.stringify(Object.fromEntries(Object.keys(variables).map((name) => [name, process.env[name]]))));
