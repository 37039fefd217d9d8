export { default } from '../(order)/layout';
