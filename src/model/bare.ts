/** A copy without a prototype: no name is in it that nobody wrote, whatever a page puts on `Object.prototype`. */
export const bare = <T extends object>(object: T): T => Object.assign(Object.create(null), object)
