export { default } from '../(order)/not-found';
