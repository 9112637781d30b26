// Adds to what tag.js has made; run before it, this would throw.
window.visitStats.journey = [location.pathname]
window.visitStats.note('journey.js (external, needs tag.js): follows the path')
