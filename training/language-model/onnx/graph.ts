import { bytesField, concatenate, floatField, integerField } from './protobuf.ts';

export type ElementType = 'float32' | 'int64';

/** A value of the graph, known by name; its shape is fixed when the graph is built. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: ElementType;
}

export type Attribute = number | { readonly float: number } | readonly number[];

/** Builds an ONNX model (opset 17) node by node. */
export interface Graph {
  /** A value fed at every run. */
  input(name: string, shape: readonly number[], type?: ElementType): Tensor;
  /** A value stored in the model. */
  constant(values: Float32Array | readonly number[], shape: readonly number[]): Tensor;
  integers(values: readonly number[], shape?: readonly number[]): Tensor;
  node(
    operator: string,
    inputs: readonly Tensor[],
    shape: readonly number[],
    attributes?: Readonly<Record<string, Attribute>>,
  ): Tensor;
  readonly inputs: readonly Tensor[];
  nodeCount(): number;
  /** The model as bytes that onnxruntime loads, with these outputs. */
  encode(outputs: readonly Tensor[]): Uint8Array;
}

const elementCodes: Record<ElementType, number> = { float32: 1, int64: 7 };

export function createGraph(): Graph {
  const nodes: Uint8Array[] = [];
  const initializers: Uint8Array[] = [];
  const inputs: Tensor[] = [];
  /** Equal small constants are stored once. */
  const constants = new Map<string, Tensor>();

  const store = (raw: Uint8Array, shape: readonly number[], type: ElementType): Tensor => {
    const known = raw.byteLength <= 256 ? `${type}|${shape.join()}|${raw.join()}` : undefined;
    const existing = known === undefined ? undefined : constants.get(known);
    if (existing) return existing;
    const tensor: Tensor = { name: `c${initializers.length}`, shape, type };
    initializers.push(
      bytesField(
        5,
        ...shape.map((size) => integerField(1, size)),
        integerField(2, elementCodes[type]),
        bytesField(8, tensor.name),
        bytesField(9, raw),
      ),
    );
    if (known !== undefined) constants.set(known, tensor);
    return tensor;
  };

  return {
    inputs,
    nodeCount: () => nodes.length,
    input: (name, shape, type = 'float32') => {
      const tensor: Tensor = { name, shape, type };
      inputs.push(tensor);
      return tensor;
    },
    constant: (values, shape) => {
      const floats = Float32Array.from(values);
      return store(new Uint8Array(floats.buffer), shape, 'float32');
    },
    integers: (values, shape = [values.length]) => {
      const integers = BigInt64Array.from(values.map(BigInt));
      return store(new Uint8Array(integers.buffer), shape, 'int64');
    },
    node: (operator, operands, shape, attributes = {}) => {
      const tensor: Tensor = { name: `t${nodes.length}`, shape, type: operands[0]?.type ?? 'float32' };
      nodes.push(
        bytesField(
          1,
          ...operands.map((operand) => bytesField(1, operand.name)),
          bytesField(2, tensor.name),
          bytesField(3, tensor.name),
          bytesField(4, operator),
          ...Object.entries(attributes).map(([name, value]) => attributeField(name, value)),
        ),
      );
      return tensor;
    },
    encode: (outputs) => {
      const graph = bytesField(
        7,
        ...nodes,
        bytesField(2, 'graph'),
        ...initializers,
        ...inputs.map((tensor) => valueInfo(11, tensor)),
        ...outputs.map((tensor) => valueInfo(12, tensor)),
      );
      const intermediateVersion = integerField(1, 8);
      const operatorSet = bytesField(8, integerField(2, 17));
      return concatenate([intermediateVersion, graph, operatorSet]);
    },
  };
}

function attributeField(name: string, value: Attribute): Uint8Array {
  if (typeof value === 'number')
    return bytesField(5, bytesField(1, name), integerField(3, value), integerField(20, 2));
  if ('float' in value)
    return bytesField(5, bytesField(1, name), floatField(2, value.float), integerField(20, 1));
  return bytesField(
    5,
    bytesField(1, name),
    ...value.map((item) => integerField(8, item)),
    integerField(20, 7),
  );
}

function valueInfo(field: number, tensor: Tensor): Uint8Array {
  const dimensions = tensor.shape.map((size) => bytesField(1, integerField(1, size)));
  const type = bytesField(1, integerField(1, elementCodes[tensor.type]), bytesField(2, ...dimensions));
  return bytesField(field, bytesField(1, tensor.name), bytesField(2, type));
}
