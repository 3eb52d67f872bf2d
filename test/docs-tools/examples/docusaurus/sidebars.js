module.exports = { docs: ['index', 'login', 'component', 'frame', 'other'] }
